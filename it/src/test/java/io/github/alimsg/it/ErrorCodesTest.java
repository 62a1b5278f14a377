package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.error.QuotaException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.github.alimsg.testing.ManualTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the codes and messages of each messaging product mean, documented or of the form of those that are. */
@ExtendWith(FakeCloudExtension.class)
class ErrorCodesTest {
    private final ManualTime time = new ManualTime(Instant.now());
    private FakeCloud cloud;

    @BeforeEach
    void openTheCloudOfThisTest(FakeCloud cloud) {
        this.cloud = cloud;
    }

    /** A product, with a call that fails. */
    private enum Product {
        CAMS("EnableWhatsappROIMetric") {
            @Override
            void call(FakeCloud cloud, ManualTime time) {
                try (CamsClient cams = cloud.configure(CamsClient.builder())
                        .timeSource(time)
                        .retryPolicy(RetryPolicy.none())
                        .build()) {
                    cams.enableWhatsappROIMetric(Clients.UPDATE);
                }
            }
        },
        INTERNATIONAL("SendMessageToGlobe") {
            @Override
            void call(FakeCloud cloud, ManualTime time) {
                try (DysmsInternationalClient sms = cloud.configure(DysmsInternationalClient.builder())
                        .timeSource(time)
                        .retryPolicy(RetryPolicy.none())
                        .build()) {
                    sms.sendMessageToGlobe(Clients.SEND);
                }
            }
        },
        MAINLAND("SendSms") {
            @Override
            void call(FakeCloud cloud, ManualTime time) {
                try (DysmsMainlandClient sms = cloud.configure(DysmsMainlandClient.builder())
                        .timeSource(time)
                        .retryPolicy(RetryPolicy.none())
                        .build()) {
                    sms.sendSms(
                            m -> m.phoneNumbers("13900001234").signName("Acme").templateCode("SMS_1"));
                }
            }
        };

        private final String operation;

        Product(String operation) {
            this.operation = operation;
        }

        abstract void call(FakeCloud cloud, ManualTime time);
    }

    private ServiceException failure(Product product, String code, String message) {
        cloud.when(product.operation).thenBusinessFailure(code, message);
        return catchThrowableOfType(ServiceException.class, () -> product.call(cloud, time));
    }

    @ParameterizedTest
    @CsvSource({
        "System.LimitControl, THROTTLING",
        "QPS_LIMIT_CONTROL, THROTTLING",
        "isv.QPS_LIMIT_CONTROL, THROTTLING",
        "isv.BUSINESS_LIMIT_CONTROL, QUOTA",
        "isv.DAY_LIMIT_CONTROL, QUOTA",
        "isv.MONTH_LIMIT_CONTROL, QUOTA",
        "BUSINESS_LIMIT_CONTROL_MINUTE, QUOTA",
        "BLACK_KEY_LIMIT_CONTROL, UNKNOWN",
        "Ram.PermissionDeny, PERMISSION",
        "Flow.NotExist, NOT_FOUND",
        "Template.NotFound, NOT_FOUND",
        "isv.SMS_TEMPLATE_ILLEGAL, VALIDATION",
        "isv.sign_illegal, VALIDATION",
        "isp.SYSTEM_ERROR, SERVER_FAULT",
        "SystemError, SERVER_FAULT",
        "Something.New, UNKNOWN"
    })
    void codesOfTheSameFormMeanTheSameForEveryProduct(String code, ErrorKind kind) {
        for (Product product : Product.values()) {
            assertThat(failure(product, code, "sorry").kind()).as("%s", product).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CAMS, isv.BLACK_KEY_CONTROL_LIMIT, UNKNOWN",
        "INTERNATIONAL, isv.BLACK_KEY_CONTROL_LIMIT, VALIDATION",
        "MAINLAND, isv.BLACK_KEY_CONTROL_LIMIT, RECIPIENT"
    })
    void documentedCodesMeanWhatTheirProductSays(Product product, String code, ErrorKind kind) {
        assertThat(failure(product, code, "sorry").kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "BUSINESS_LIMIT_CONTROL_MINUTE, PT1M",
        "isv.DAY_LIMIT_CONTROL, P1D",
        "isv.MONTH_LIMIT_CONTROL, P31D",
        "isv.BUSINESS_LIMIT_hour, PT1H",
        "isv.BUSINESS_LIMIT_CONTROL,",
        "BUSINESS_LIMIT_CONTROL_PHONE,"
    })
    void codesNameTheWindowOfAQuota(String code, @Nullable Duration window) {
        expectWindow(code, "Permits:1", window);
    }

    @ParameterizedTest
    @CsvSource({
        "触发分钟级流控Permits:1, PT1M",
        "触发小时级流控Permits:5, PT1H",
        "触发天级流控Permits:10, P1D",
        "daily signature applications used up, P1D",
        "more than 100 applications per day, P1D",
        "at most 10/day, P1D",
        "used up for today, P1D",
        "monthly cap reached, P31D",
        "5 messages a month, P31D",
        "weekly limit, P7D",
        "hourly limit, PT1H",
        "at most 5 an hour, PT1H",
        "1 per minute, PT1M",
        "5/min, PT1M",
        "try again in 30 minutes, PT30M",
        "within 24 hours, P1D",
        "24h limit, P1D",
        "in a 7-day window, P7D",
        "每天最多10条, P1D",
        "每日上限, P1D",
        "当日发送次数超限, P1D",
        "今日已达上限, P1D",
        "一天内最多10条, P1D",
        "单日流控, P1D",
        "自然日流控, P1D",
        "日限额, P1D",
        "10条/天, P1D",
        "每月最多100条, P31D",
        "本月额度已用完, P31D",
        "触发月级流控Permits:100, P31D",
        "自然月限额, P31D",
        "1个月内, P31D",
        "30天内, P30D",
        "本周已达上限, P7D",
        "每小时最多5条, PT1H",
        "24小时内, P1D",
        "5条/小时, PT1H",
        "每分钟最多1条, PT1M",
        "5分钟后再试, PT5M"
    })
    void messagesNameTheWindowOfAQuota(String message, Duration window) {
        expectWindow("isv.BUSINESS_LIMIT_CONTROL", message, window);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026年11月21日",
                "日期格式错误",
                "月租不足",
                "the minimum is 5",
                "h is too large",
                "code 20261121 hr",
                "Permits:5"
            })
    void otherWordsNameNoWindow(String message) {
        expectWindow("isv.BUSINESS_LIMIT_CONTROL", message, null);
    }

    private void expectWindow(String code, String message, @Nullable Duration window) {
        for (Product product : Product.values()) {
            ServiceException failure = failure(product, code, message);

            assertThat(failure).as("%s", product).isInstanceOf(QuotaException.class);
            assertThat(((QuotaException) failure).retryNotBefore())
                    .as("%s", product)
                    .isEqualTo(window == null ? null : time.instant().plus(window));
        }
    }
}
