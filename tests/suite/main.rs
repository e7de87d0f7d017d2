mod bundle;
mod generated;
mod publish;
mod sheets;
mod slugs;
mod text;
