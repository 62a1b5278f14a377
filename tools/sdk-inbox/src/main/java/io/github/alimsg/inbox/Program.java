package io.github.alimsg.inbox;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.inbox.json.Json;
import io.github.alimsg.sts.StsClient;
import io.github.alimsg.testing.FakeCloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A fake and its inbox, in a process of their own. */
final class Program implements AutoCloseable {
    /** The fake answers queries from what it keeps itself; the inbox does not need that. */
    private static final int MAX_IN_FAKE = 1000;

    private final FakeCloud cloud;
    private final Inbox inbox;
    private final Credentials key;
    private final boolean tls;
    private final @Nullable KeepFile kept;

    private Program(FakeCloud cloud, Inbox inbox, Credentials key, boolean tls, @Nullable KeepFile kept) {
        this.cloud = cloud;
        this.inbox = inbox;
        this.key = key;
        this.tls = tls;
        this.kept = kept;
    }

    /** Starts both. @throws IOException when a port is taken, or a file can't be read; in a line */
    static Program start(Settings settings) throws IOException {
        OwnCertificate certificate = settings.tls() ? OwnCertificate.make(settings.bind()) : null;
        FakeCloud cloud = cloud(settings, certificate);
        Inbox inbox = null;
        try {
            Credentials key = settings.keys().get(0);
            inbox = Inbox.start(
                    cloud,
                    new Inbox.InboxSettings(
                            settings.bind(),
                            settings.pagePort(),
                            settings.password(),
                            settings.max(),
                            settings.webhooks(),
                            settings.keys(),
                            certificate == null ? null : certificate.pem()));
            Footprint.keepSmall();
            readTemplates(settings.templates(), inbox);
            return new Program(cloud, inbox, key, settings.tls(), keep(settings.keep(), inbox));
        } catch (IOException e) {
            if (inbox != null) {
                inbox.close();
            }
            cloud.close();
            throw e;
        }
    }

    private static FakeCloud cloud(Settings settings, @Nullable OwnCertificate certificate) throws IOException {
        FakeCloud.Builder builder = FakeCloud.builder()
                .port(settings.apiPort())
                .keep(Math.min(settings.max(), MAX_IN_FAKE))
                .bind(settings.bind())
                .allowReceiptsTo(settings.webhookHosts().toArray(String[]::new))
                .withProduct(
                        CamsClient.PRODUCT,
                        DysmsInternationalClient.PRODUCT,
                        DysmsMainlandClient.PRODUCT,
                        StsClient.PRODUCT);
        if (certificate != null) {
            builder.tls(certificate.context());
        }
        if (settings.limits()) {
            builder.enforceLimits();
        }
        try {
            FakeCloud cloud = builder.start();
            settings.keys().forEach(cloud::accept);
            return cloud.skewClock(settings.skew());
        } catch (UncheckedIOException e) {
            throw new IOException("port " + settings.apiPort() + " is taken; choose another one with --api-port", e);
        }
    }

    private static void readTemplates(@Nullable Path file, Inbox inbox) throws IOException {
        if (file != null) {
            try {
                inbox.templates()
                        .replace(Objects.requireNonNull(Json.read(Files.readString(file)), "this is not JSON"));
            } catch (IOException | IllegalArgumentException | NullPointerException e) {
                throw new IOException("can't read the templates in " + file + ": " + e.getMessage(), e);
            }
        }
    }

    private static @Nullable KeepFile keep(@Nullable Path file, Inbox inbox) throws IOException {
        try {
            return file == null ? null : KeepFile.open(file, inbox.box(), inbox.clock(), inbox::defect);
        } catch (IOException e) {
            throw new IOException("can't keep messages in " + file + ": " + e, e);
        }
    }

    String pageUrl() {
        return inbox.uri().toString();
    }

    /** What the user reads first. */
    String greeting() {
        return "Inbox     " + inbox.uri() + "            API for your SDK   " + cloud.endpoint()
                + "\nKeys      accessKeyId " + key.accessKeyId() + "   accessKeySecret " + key.accessKeySecret() + "\n"
                + (tls ? "Trust     curl -s " + inbox.uri() + "_inbox/api/certificate > inbox.pem\n" : "");
    }

    @Override
    public void close() {
        inbox.close();
        cloud.close();
        if (kept != null) {
            try {
                kept.close();
            } catch (IOException e) {
                System.err.println("sdk-inbox: the last messages are not kept: " + e);
            }
        }
    }
}
