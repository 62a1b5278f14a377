package io.github.alimsg.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.testing.FakeCloud;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is streamed: what it has in bytes the heap need not have. */
class UploadHeapTest {
    private static final long LARGE = 200L << 20;

    @Test
    void twoHundredMegabytesGoThroughAHeapOfSixtyFour(@TempDir Path directory) throws Exception {
        Path file = sparse(directory.resolve("video.mp4"));
        try (FakeCloud cloud =
                FakeCloud.builder().withProduct(CamsClient.PRODUCT).start()) {
            var command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx64m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    LargeUpload.class.getName(),
                    cloud.endpoint().toString(),
                    cloud.credentials().accessKeyId(),
                    cloud.credentials().accessKeySecret(),
                    file.toString());
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);

            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(output).contains(LARGE + " bytes, heap of 64 MiB");
            assertThat(cloud.objects().requests()).isEqualTo(1);
            assertThat(cloud.objects().stored())
                    .singleElement()
                    .satisfies(object -> assertThat(object.size()).isEqualTo(LARGE));
        }
    }

    /** Takes no room on the disk; marks at the ends keep the checksum honest. */
    private static Path sparse(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(1);
            file.setLength(LARGE);
            file.seek(LARGE - 1);
            file.write(2);
        }
        return path;
    }
}
