package io.github.alimsg.examples;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.GetChatappPhoneNumberMetricResponse.PhoneNumberMetric;
import io.github.alimsg.cams.model.Granularity;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.upload.FileUpload;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.testing.FakeCloud;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * A day of an independent software vendor (ISV) that sends WhatsApp messages for its customers: turns on a channel's metrics,
 * uploads and submits a customer's terms, reads a week of figures and reports how many one-time passwords were used.
 *
 * <p>Runs against {@link FakeCloud}, an endpoint inside this process, unless {@code --live} is given.
 */
public final class DayOfAnIsv {
    private static final int FAILED = 1;
    private static final int NO_CREDENTIALS = 2;
    private static final int USAGE = 64;
    private static final List<String> TERMS = List.of(
            "Terms of Toko Ayu",
            "",
            "1. Toko Ayu sends order updates to customers who asked for them.",
            "2. Whoever answers STOP receives no further message.",
            "3. Messages are sent in the name of Toko Ayu only.");

    private final PrintStream out;
    private final InstantSource clock;
    private final Settings settings;

    DayOfAnIsv(PrintStream out, InstantSource clock, Settings settings) {
        this.out = out;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * The job's settings.
     *
     * @param live whether to call the real service
     * @param custSpaceId the customer's space, as the console shows it
     * @param phoneNumber the business number, digits with country code
     * @param granularity length of a point of the figures
     */
    record Settings(boolean live, String custSpaceId, String phoneNumber, Granularity granularity) {
        static final String USAGE_TEXT = "options: [--live] [--half-hourly] [--space ID] [--phone DIGITS]";

        static Settings of(List<String> arguments) {
            String space = "cams-8c8d0a1b";
            String phone = "8613800001111";
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                boolean takesValue = argument.equals("--space") || argument.equals("--phone");
                if (takesValue && i + 1 == arguments.size() || !takesValue && !FLAGS.contains(argument)) {
                    throw new IllegalArgumentException("cannot use '" + argument + "'; " + USAGE_TEXT);
                }
                if (argument.equals("--space")) {
                    space = arguments.get(++i);
                } else if (argument.equals("--phone")) {
                    phone = arguments.get(++i);
                }
            }
            Granularity granularity = arguments.contains("--half-hourly") ? Granularity.HALF_HOUR : Granularity.DAILY;
            return new Settings(arguments.contains("--live"), space, phone, granularity);
        }

        private static final Set<String> FLAGS = Set.of("--live", "--half-hourly");
    }

    /**
     * Runs the job.
     *
     * @param arguments {@code --live} for the real service; {@code --half-hourly} for finer figures; {@code --space} and
     *     {@code --phone} to name the customer's space and the business number
     */
    public static void main(String... arguments) {
        int status = run(System.out, InstantSource.system(), List.of(arguments));
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Runs the job; if it fails, prints the reason on one line. */
    static int run(PrintStream out, InstantSource clock, List<String> arguments) {
        try {
            new DayOfAnIsv(out, clock, Settings.of(arguments)).run();
            return 0;
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return USAGE;
        } catch (CredentialsException e) {
            out.println("No credentials: set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or see"
                    + " docs/configuration.md. Tried: " + String.join("; ", e.sources()));
            return NO_CREDENTIALS;
        } catch (ServiceException e) {
            boolean credentials = e.kind() == ErrorKind.AUTHENTICATION || e.kind() == ErrorKind.SIGNATURE;
            out.println((credentials ? "The service refuses these credentials: " : "The service refused the call: ")
                    + e.getMessage());
            return credentials ? NO_CREDENTIALS : FAILED;
        } catch (SdkException e) {
            out.println("No reply: " + e.getMessage());
            return FAILED;
        }
    }

    private void run() {
        if (settings.live()) {
            out.println("Calling the real Alibaba Cloud, with this machine's credentials.");
            try (CamsClient cams = CamsClient.create();
                    DysmsInternationalClient sms = DysmsInternationalClient.create()) {
                workThrough(cams, sms);
            }
        } else {
            try (FakeCloud cloud = FakeCloud.start()) {
                out.println("Calling FakeCloud, an endpoint inside this process that checks every signature.");
                teach(cloud);
                try (CamsClient cams = cloud.configure(CamsClient.builder()).build();
                        DysmsInternationalClient sms = cloud.configure(DysmsInternationalClient.builder())
                                .build()) {
                    workThrough(cams, sms);
                }
            }
        }
        out.println();
        out.println("Done.");
    }

    private void workThrough(CamsClient cams, DysmsInternationalClient sms) {
        step(1, "Turn on the channel's return-on-investment metrics. Figures appear a day later.");
        answered(cams.enableWhatsappROIMetric(r -> r.custSpaceId(settings.custSpaceId())));

        step(2, "Upload the customer's terms, a PDF.");
        var terms = cams.uploads()
                .upload(
                        settings.custSpaceId(),
                        FileUpload.of(TermsPdf.of(TERMS), "isvTerms.pdf").onProgress(new ProgressBar(out)));
        out.println("  stored as " + terms.key());

        step(3, "Submit them. Each customer of an ISV agrees to them once.");
        answered(cams.submitIsvCustomerTerms(r -> r.custSpaceId(settings.custSpaceId())
                .custName("Toko Ayu")
                .officeAddress("Jalan Melati 5, Jakarta")
                .contactMail("owner@example.com")
                .countryId("ID")
                .businessDesc("Order updates for a flower shop")
                .isvTerms(terms.name())));

        step(
                4,
                "Read a week of figures for the number. The first attempt is throttled; the SDK waits and tries again.");
        Instant end = clock.instant().truncatedTo(ChronoUnit.DAYS);
        var metrics = cams.getChatappPhoneNumberMetric(r -> r.custSpaceId(settings.custSpaceId())
                .phoneNumber(settings.phoneNumber())
                .granularity(settings.granularity())
                .start(end.minus(7, ChronoUnit.DAYS))
                .end(end));
        answered(metrics);
        new MetricTable(out).print(metrics.data());

        step(
                5,
                "Report the share of one-time passwords that were used, which tells the service whether messages arrive.");
        double rate = deliveredShare(metrics.data());
        answered(sms.conversionData(r -> r.conversionRate(rate).reportTime(end)));
        out.println("  reported rate: " + MetricTable.percent(rate));
    }

    /** Uses the share of delivered messages; the share of used passwords is known only to the application. */
    private static double deliveredShare(List<PhoneNumberMetric> metrics) {
        long sent = MetricTable.sum(metrics, PhoneNumberMetric::sentCount);
        long delivered = MetricTable.sum(metrics, PhoneNumberMetric::deliveredCount);
        return sent == 0 ? 0 : Math.min(1, (double) delivered / sent);
    }

    private void step(int number, String what) {
        out.println();
        out.println(number + ". " + what);
    }

    private void answered(SdkResponse response) {
        out.println("  answered after " + response.attempts() + (response.attempts() == 1 ? " attempt" : " attempts")
                + ", request id " + response.requestId());
    }

    /** Makes the fake throttle once, then reply with figures for the requested range. */
    private void teach(FakeCloud cloud) {
        cloud.withProduct(CamsClient.PRODUCT).withProduct(DysmsInternationalClient.PRODUCT);
        cloud.when("GetChatappPhoneNumberMetric")
                .thenThrottle(java.time.Duration.ofMillis(300))
                .thenAnswer(SampleMetrics::answer);
    }
}
