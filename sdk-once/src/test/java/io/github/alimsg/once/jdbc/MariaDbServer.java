package io.github.alimsg.once.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * An installed MariaDB, such as Debian's package {@code mariadb-server}, started with a directory and a port of its own. As
 * root it is told to stay root. On a shell:
 *
 * <pre>{@code
 * mariadb-install-db --no-defaults --user=root --datadir=/tmp/m --auth-root-authentication-method=normal
 * mariadbd --no-defaults --user=root --datadir=/tmp/m --socket=/tmp/m/s --port=33061 --bind-address=127.0.0.1
 * }</pre>
 */
final class MariaDbServer {
    private final Path directory;
    private final Process process;
    private final DataSource dataSource;

    private MariaDbServer(Path directory, Process process, DataSource dataSource) {
        this.directory = directory;
        this.process = process;
        this.dataSource = dataSource;
    }

    static MariaDbServer start() throws IOException, InterruptedException, SQLException {
        Path directory = Files.createTempDirectory("mariadb");
        String data = "--datadir=" + directory.resolve("data");
        run("mariadb-install-db", "--no-defaults", user(), data, "--auth-root-authentication-method=normal")
                .waitFor();
        int port = freePort();
        Process process = run(
                "mariadbd",
                "--no-defaults",
                user(),
                data,
                "--socket=" + directory.resolve("s"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve");
        var source = new MariaDbDataSource(
                "jdbc:mariadb://127.0.0.1:" + port + "/once?user=root&createDatabaseIfNotExist=true");
        var server = new MariaDbServer(directory, process, source);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "mariadb-stop"));
        return server;
    }

    private static String user() {
        return "--user=" + System.getProperty("user.name");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts a program, and returns when it is ready or has ended. */
    private static Process run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> said = new ArrayList<>();
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            said.add(line);
            if (line.contains("ready for connections")) {
                var rest = new Thread(() -> reader.lines().forEach(ignored -> {}), "mariadb-log");
                rest.setDaemon(true);
                rest.start();
                return process;
            }
        }
        if (command[0].equals("mariadbd")) {
            throw new IOException(Arrays.toString(command) + " did not start: " + said);
        }
        return process;
    }

    DataSource dataSource() {
        return dataSource;
    }

    private void stop() {
        try (Stream<Path> files = Files.walk(directory)) {
            process.destroyForcibly().waitFor();
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
