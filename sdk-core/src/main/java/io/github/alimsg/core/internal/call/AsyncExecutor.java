package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.Delivery;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs calls off the calling thread: on virtual threads where available, else on daemon threads. */
public final class AsyncExecutor {
    private final UnderWay underWay;
    private @Nullable ExecutorService own;
    private boolean closed;

    /**
     * Creates an executor that starts no thread until it is used.
     *
     * @param underWay is told of the work
     */
    public AsyncExecutor(UnderWay underWay) {
        this.underWay = underWay;
    }

    /**
     * Runs something.
     *
     * @param executor where; null for this executor's own threads
     * @param work what
     * @return the result; cancelling it interrupts the work
     */
    public <T> CompletableFuture<T> run(@Nullable Executor executor, Supplier<? extends T> work) {
        var future = new Interruptible<T>();
        var task = new Task<>(future, work);
        future.task = task;
        underWay.accept(task);
        try {
            (executor == null ? own() : executor).execute(task);
        } catch (Throwable e) { // a full executor, or no memory for a thread
            task.end();
            throw e;
        }
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

    /** Accepts no more work; running work continues. */
    public synchronized void close() {
        closed = true;
        if (own != null) {
            own.shutdown();
        }
    }

    /** Work with a future that is always completed. */
    private final class Task<T> extends UnderWay.Work implements Runnable {
        private final CompletableFuture<T> future;
        private final Supplier<? extends T> work;
        private boolean begun;
        private boolean neverBegins;

        Task(CompletableFuture<T> future, Supplier<? extends T> work) {
            underWay.super();
            this.future = future;
            this.work = work;
        }

        @Override
        public void run() {
            if (!begin()) {
                end();
                return;
            }
            try {
                future.complete(work.get());
            } catch (Throwable e) {
                future.completeExceptionally(e);
            } finally {
                end(true); // the thread belongs to the executor, and the interrupt to the work
            }
        }

        private synchronized boolean begin() {
            begun = !neverBegins && !future.isDone();
            if (begun) {
                beginHere();
            }
            return begun;
        }

        /** Interrupts the work, or keeps it from starting. */
        @Override
        void interrupt() {
            synchronized (this) { // so that it either never starts or has a thread
                neverBegins = !begun;
                if (begun) {
                    super.interrupt();
                }
            }
            if (neverBegins) {
                future.completeExceptionally(new CallInterruptedException(null, 0, Delivery.NOT_SENT, null));
                end();
            }
        }

        /**
         * Completes the future when the work does not end: what it has sent is unknown, but nobody keeps waiting for
         * it.
         */
        @Override
        void abandon() {
            future.completeExceptionally(new CallInterruptedException(null, 0, Delivery.UNKNOWN, null));
        }
    }

    /** A future whose cancelling interrupts the thread that works on it. */
    private static final class Interruptible<T> extends CompletableFuture<T> {
        private @Nullable Task<T> task;

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            if (cancelled && task != null) {
                task.interrupt();
            }
            return cancelled;
        }

        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            return new CompletableFuture<>();
        }
    }
}
