//! The writer thread: it alone holds the database, everybody else hands it jobs.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread::{self, JoinHandle};

use tokio::sync::oneshot;

use crate::store::{Database, Result, StoreError};

type Job = Box<dyn FnOnce(&mut Database) + Send>;

/// A handle on the writer thread, cheap to clone. Jobs run one after the other in the order they came. When the
/// last handle goes, the jobs in the queue are still done.
#[derive(Clone, Debug)]
pub struct Store {
    worker: Arc<Worker>,
}

#[derive(Debug)]
struct Worker {
    jobs: Mutex<Option<mpsc::Sender<Job>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Store {
    /// Starts the thread.
    ///
    /// Where the system gives no thread, every job fails with [`StoreError::Stopped`].
    #[must_use]
    pub fn start(db: Database) -> Self {
        let (jobs, queue) = mpsc::channel();
        let thread = thread::Builder::new().name("store".to_owned()).spawn(move || work(db, &queue)).ok();
        Self { worker: Arc::new(Worker { jobs: Mutex::new(Some(jobs)), thread: Mutex::new(thread) }) }
    }

    /// Has a job done and waits for it without blocking. A job once handed over is done even when the waiting is
    /// given up.
    ///
    /// # Errors
    /// What the job says; [`StoreError::Stopped`] when it panicked or the store was shut down.
    pub async fn call<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Database) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.begin(job).await
    }

    /// Hands a job over at once, so that it is done meanwhile; what is returned waits for its end.
    ///
    /// # Errors
    /// As [`Store::call`].
    pub fn begin<T, J>(&self, job: J) -> impl Future<Output = Result<T>> + use<T, J>
    where
        T: Send + 'static,
        J: FnOnce(&mut Database) -> Result<T> + Send + 'static,
    {
        let (done, wait) = oneshot::channel();
        let handed = self.hand_over(move |db| drop(done.send(guarded(db, job))));
        async move {
            handed?;
            wait.await.unwrap_or(Err(StoreError::Stopped))
        }
    }

    /// Has a job done and blocks until it is; for the commands without a screen. Never from inside a job: that
    /// would wait for itself.
    ///
    /// # Errors
    /// As [`Store::call`].
    pub fn blocking<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Database) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (done, wait) = mpsc::sync_channel(1);
        self.hand_over(move |db| drop(done.send(guarded(db, job))))?;
        wait.recv().unwrap_or(Err(StoreError::Stopped))
    }

    /// Takes no more jobs, from any handle, and blocks until those in the queue are done and the file is closed.
    pub fn shutdown(&self) {
        self.worker.finish();
    }

    fn hand_over(&self, job: impl FnOnce(&mut Database) + Send + 'static) -> Result<()> {
        let jobs = self.worker.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        let jobs = jobs.as_ref().ok_or(StoreError::Stopped)?;
        jobs.send(Box::new(job)).map_err(|_| StoreError::Stopped)
    }
}

impl Worker {
    fn finish(&self) {
        drop(self.jobs.lock().unwrap_or_else(PoisonError::into_inner).take());
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        // The last handle may go inside a job: the thread cannot wait for itself.
        if let Some(thread) = thread.filter(|t| t.thread().id() != thread::current().id()) {
            drop(thread.join());
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.finish();
    }
}

fn work(mut db: Database, queue: &mpsc::Receiver<Job>) {
    while let Ok(job) = queue.recv() {
        job(&mut db);
    }
}

/// A panicking job ends alone: its transaction is rolled back as it unwinds, and the thread goes on.
fn guarded<T>(db: &mut Database, job: impl FnOnce(&mut Database) -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(|| job(db))).unwrap_or_else(|_| {
        tracing::error!("a job of the store panicked");
        Err(StoreError::Stopped)
    })
}
