package io.github.alimsg.queue;

import java.io.IOException;
import java.time.Duration;

/** A process that reads a queue, writes a line for each receipt that it has handled, and is killed in the end. */
final class KilledConsumer {
    private KilledConsumer() {}

    public static void main(String... arguments) throws IOException {
        ReceiptQueue.builder(Site.INTERNATIONAL)
                .workers(16)
                .retryDelay(Duration.ofSeconds(1), Duration.ofSeconds(4))
                .onFailure(failure -> {})
                .receive(arguments[0], TestReceipts.dispatcher(new FailingHandler(id -> {
                    synchronized (System.out) {
                        System.out.println(id);
                        System.out.flush();
                    }
                })))
                .build()
                .start();
        System.in.read(); // for ever
    }
}
