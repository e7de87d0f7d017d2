//! The wish that this program end: Ctrl-C, or a polite `kill`.
//!
//! In: the system's signals. Out: a wait that ends with one, or a call at each. What is done then is the caller's affair.

/// Wait for one; for ever where the system tells of none.
pub async fn end() {
    let pressed = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = pressed => {}
        () = killed() => {}
    }
}

#[cfg(unix)]
async fn killed() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut kill) => drop(kill.recv().await),
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn killed() {
    std::future::pending().await
}

/// Call at each of them, from a thread of its own; never where there can be none.
pub fn on_end(mut heard: impl FnMut() + Send + 'static) {
    std::thread::spawn(move || {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
        runtime.block_on(async {
            loop {
                end().await;
                heard();
            }
        });
    });
}
