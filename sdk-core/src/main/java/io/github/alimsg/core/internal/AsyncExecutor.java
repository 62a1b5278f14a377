package io.github.alimsg.core.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs calls off the calling thread: on virtual threads where there are any, else on daemon threads. */
public final class AsyncExecutor {
    private @Nullable ExecutorService own;
    private boolean closed;

    /** An executor that starts nothing until it is used. */
    public AsyncExecutor() {}

    /**
     * Runs something.
     *
     * @param executor where; null for this executor's own threads
     * @param work what
     * @return the outcome; cancelling it interrupts the work
     */
    public <T> CompletableFuture<T> run(@Nullable Executor executor, Supplier<? extends T> work) {
        var future = new Interruptible<T>();
        (executor == null ? own() : executor).execute(() -> future.run(work));
        return future;
    }

    private synchronized ExecutorService own() {
        if (closed) {
            throw new IllegalStateException("the client is closed");
        }
        if (own == null) {
            own = newExecutor();
        }
        return own;
    }

    private static ExecutorService newExecutor() {
        try { // from Java 21 on; this code is compiled for 17
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException | UnsupportedOperationException e) {
            return Executors.newCachedThreadPool(task -> {
                var thread = new Thread(task, "alimsg-async");
                thread.setDaemon(true);
                return thread;
            });
        }
    }

    /** Accepts nothing more; what runs goes on. */
    public synchronized void close() {
        closed = true;
        if (own != null) {
            own.shutdown();
        }
    }

    /** A future whose cancelling interrupts the thread that works on it. */
    private static final class Interruptible<T> extends CompletableFuture<T> {
        private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();

        void run(Supplier<? extends T> work) {
            synchronized (worker) { // so that a cancellation either keeps this from beginning or finds the thread
                if (isDone()) {
                    return;
                }
                worker.set(Thread.currentThread());
            }
            try {
                complete(work.get());
            } catch (Throwable e) {
                completeExceptionally(e);
            } finally {
                synchronized (worker) { // so that no interrupt arrives once the thread works on something else
                    worker.set(null);
                    if (isCancelled()) {
                        Thread.interrupted();
                    }
                }
            }
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            synchronized (worker) {
                Thread thread = worker.get();
                if (cancelled && thread != null) {
                    thread.interrupt();
                }
            }
            return cancelled;
        }

        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            return new CompletableFuture<>();
        }
    }
}
