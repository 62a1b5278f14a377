package io.github.alimsg.it.once;

import java.sql.SQLException;
import java.util.UUID;
import org.h2.tools.Server;

/** A database in this process's memory that other processes reach. */
final class SharedH2 implements AutoCloseable {
    private final String name = UUID.randomUUID().toString();
    private final Server server =
            Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();

    SharedH2() throws SQLException {}

    String url() {
        return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:" + name + ";DB_CLOSE_DELAY=-1";
    }

    @Override
    public void close() {
        server.stop();
    }
}
