package io.github.alimsg.it.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged at any level while this is open, searched for personal data and thrown away. */
final class Logs implements AutoCloseable {
    private static final int KEPT = 20;

    private final AtomicLong lines = new AtomicLong();
    private final AtomicLong leaks = new AtomicLong();
    private final ConcurrentLinkedQueue<String> examples = new ConcurrentLinkedQueue<>();
    private final List<Logger> loggers = new ArrayList<>();
    private final List<Handler> usual;

    private final Handler search = new Handler() {
        private final SimpleFormatter format = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            lines.incrementAndGet();
            String text = format.format(line);
            if (Marks.in(text) && leaks.incrementAndGet() <= KEPT) {
                examples.add(text);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Listens to the loggers of these names and below. */
    Logs(String... names) {
        search.setLevel(Level.ALL);
        for (String name : names) {
            Logger logger = Logger.getLogger(name);
            logger.setLevel(Level.ALL);
            logger.setUseParentHandlers(false);
            logger.addHandler(search);
            loggers.add(logger);
        }
        usual = List.of(Logger.getLogger("").getHandlers());
        usual.forEach(handler -> Logger.getLogger("").removeHandler(handler));
        Logger.getLogger("").addHandler(search);
    }

    long lines() {
        return lines.get();
    }

    long leaks() {
        return leaks.get();
    }

    List<String> examples() {
        return List.copyOf(examples);
    }

    @Override
    public void close() {
        for (Logger logger : loggers) {
            logger.setLevel(null);
            logger.setUseParentHandlers(true);
            logger.removeHandler(search);
        }
        Logger.getLogger("").removeHandler(search);
        usual.forEach(handler -> Logger.getLogger("").addHandler(handler));
    }
}
