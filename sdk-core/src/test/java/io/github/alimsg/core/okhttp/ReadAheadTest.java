package io.github.alimsg.core.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    /** Brings so many bytes with a read at most, and counts the reads. */
    private static final class Pieces extends ByteArrayInputStream {
        private final int most;
        int reads;

        Pieces(byte[] bytes, int most) {
            super(bytes);
            this.most = most;
        }

        @Override
        public synchronized int read(byte[] bytes, int from, int length) {
            reads++;
            return super.read(bytes, from, Math.min(length, most));
        }
    }

    @Test
    void aRecordCostsOneRead() throws IOException {
        int record = 5 + 16_384 + 256;
        var pieces = new Pieces(new byte[record], record);
        var in = new ReadAhead(pieces);

        assertThat(in.readNBytes(new byte[record], 0, 5)).isEqualTo(5);
        assertThat(in.available()).isEqualTo(record - 5);
        assertThat(in.readNBytes(new byte[record], 0, record - 5)).isEqualTo(record - 5);

        assertThat(pieces.reads).isEqualTo(1);
        assertThat(in.available()).isZero();
        assertThat(in.read()).isEqualTo(-1);
        assertThat(in.read(new byte[9], 0, 9)).isEqualTo(-1);
    }

    @Test
    void bytesComeInOrderHoweverTheyAreRead() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(100_000)];
            random.nextBytes(bytes);
            var in = new ReadAhead(new Pieces(bytes, 1 + random.nextInt(40_000)));
            byte[] out = new byte[bytes.length];
            int at = 0;
            while (at < out.length) {
                if (random.nextInt(10) == 0) {
                    out[at++] = (byte) in.read();
                } else {
                    int most = random.nextBoolean() ? 5 : out.length;
                    at += in.read(out, at, Math.min(1 + random.nextInt(most), out.length - at));
                }
            }

            assertThat(out).isEqualTo(bytes);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    /** As the JDK does when it closes a TLS connection; a skip that skips nothing would keep it there for ever. */
    @Test
    void whatIsAvailableCanBeSkipped() throws IOException {
        var in = new ReadAhead(new Pieces(new byte[50_000], 1_000));
        assertThat(in.read()).isZero();
        int left = 49_999;
        while (in.available() > 0) {
            assertThat(in.available()).isEqualTo(left);
            long skipped = in.skip(in.available());
            assertThat(skipped).isPositive();
            left -= (int) skipped;
        }
        assertThat(left).isZero();
        assertThat(in.skip(5)).isZero();
        assertThat(in.skip(-5)).isZero();
    }
}
