package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.testing.FakeCloud;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
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
            String output = new JavaProcess()
                    .option("-Xmx64m")
                    .run(
                            LargeUpload.class,
                            cloud.endpoint().toString(),
                            cloud.credentials().accessKeyId(),
                            cloud.credentials().accessKeySecret(),
                            file.toString());

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
