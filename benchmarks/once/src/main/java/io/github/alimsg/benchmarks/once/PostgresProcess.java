package io.github.alimsg.benchmarks.once;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL with our tables, until standard input ends. */
public final class PostgresProcess {
    private PostgresProcess() {}

    /** No arguments. Prints where it is. */
    public static void main(String[] args) throws Exception {
        try (EmbeddedPostgres postgres = Databases.postgres()) {
            System.out.println(postgres.getJdbcUrl("postgres", "postgres"));
            while (System.in.read() >= 0) {
                // goes on
            }
        }
        System.exit(0);
    }
}
