package io.github.alimsg.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.alimsg.cams.CamsClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A setting that can't work ends the start with its name and a remedy")
class SettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "alimsg.region=S3CRET_",
                "alimsg.endpoint=ftp://S3CRET_",
                "alimsg.cams.endpoint=S3CRET_ /path",
                "alimsg.timeout=0s",
                "alimsg.cams.connect-timeout=2d",
                "alimsg.max-connections=0",
                "alimsg.max-reply-size=0B",
                "alimsg.application-id=S3CRET_ 1",
                "alimsg.retry.max-attempts=0",
                "alimsg.proxy.url=S3CRET_",
                "alimsg.proxy.user=S3CRET_",
                "alimsg.proxy.not-for=S3CRET_",
            })
    void itIsNamedAndNotQuoted(String property) {
        Boot.application().withPropertyValues(property).run(context -> {
            Throwable failure = catchThrowable(() -> context.getBean(CamsClient.class));
            assertThat(Failures.of(failure))
                    .contains("The property " + property.substring(0, property.indexOf('=')) + " is not valid.")
                    .contains("Set it to ")
                    .doesNotContain("S3CRET_");
            assertThat(Failures.trace(failure)).doesNotContain("S3CRET_");
        });
    }

    @Test
    void aFileOfCertificatesThatIsMissingIsNamedByItsSetting() {
        Boot.application()
                .withPropertyValues("alimsg.trust=/no/such/file")
                .run(context -> assertThat(Failures.of(() -> context.getBean(CamsClient.class)))
                        .contains("trust: the file cannot be read"));
    }

    @Test
    void aRegionWithoutSuchAnEndpointIsNamed() {
        Boot.application()
                .withPropertyValues("alimsg.network=vpc", "alimsg.region=me-east-1")
                .run(context -> assertThat(Failures.of(() -> context.getBean(CamsClient.class)))
                        .contains("VPC endpoint"));
    }
}
