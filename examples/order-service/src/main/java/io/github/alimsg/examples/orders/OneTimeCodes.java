package io.github.alimsg.examples.orders;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes that people were sent: each is valid for five minutes, for five guesses, and once. */
@Repository
class OneTimeCodes {
    private static final Duration VALID = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    OneTimeCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Attempt(String id, String code) {
        @Override
        public String toString() {
            return "Attempt[" + id + "]";
        }
    }

    Attempt create() {
        Attempt attempt = new Attempt(UUID.randomUUID().toString(), String.valueOf(100_000 + random.nextInt(900_000)));
        jdbc.sql("insert into sign_in (id, code, guesses, ends_at) values (?, ?, 0, ?)")
                .params(attempt.id(), attempt.code(), System.currentTimeMillis() + VALID.toMillis())
                .update();
        return attempt;
    }

    boolean accepts(String id, String code) {
        long now = System.currentTimeMillis();
        int counted = jdbc.sql("update sign_in set guesses = guesses + 1 where id = ? and guesses < 5 and ends_at > ?")
                .params(id, now)
                .update();
        return counted > 0
                && jdbc.sql("delete from sign_in where id = ? and code = ?")
                                .params(id, code)
                                .update()
                        > 0;
    }
}
