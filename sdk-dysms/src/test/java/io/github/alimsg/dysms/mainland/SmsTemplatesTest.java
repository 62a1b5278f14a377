package io.github.alimsg.dysms.mainland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.core.batch.Outcome;
import io.github.alimsg.core.batch.Outcome.Status;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.template.TemplateMismatchException;
import io.github.alimsg.dysms.SmsLength;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values are checked against their template before they are sent, and the service agrees. */
class SmsTemplatesTest {
    private static final String CODE = "SMS_123456";
    private static final String TEXT = "Your code is ${code}, valid for 5 minutes.";

    private final ManualTime time = new ManualTime();
    private final FakeCloud cloud = FakeCloud.builder()
            .timeSource(time)
            .withProduct(DysmsMainlandClient.PRODUCT)
            .start();
    private final DysmsMainlandClient sms =
            cloud.configure(DysmsMainlandClient.builder()).build();
    private final SmsTemplates templates = SmsTemplates.of(sms, time);

    @AfterEach
    void close() {
        sms.close();
        cloud.close();
    }

    private static SmsRecipient recipient(int i, String code) {
        return SmsRecipient.of("+86 " + (13900000000L + i), "Acme", Map.of("code", code));
    }

    private static List<SmsRecipient> people(int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> recipient(i, "48291")).toList());
    }

    private void addTemplate() {
        cloud.templates().addSms(CODE, TEXT, Map.of("code", "numberCaptcha"));
    }

    private BatchResult<SmsRecipient> sendChecked(List<SmsRecipient> people) {
        return sms.batches().check(templates).sendBatchSms(b -> b.templateCode(CODE), people);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "numberCaptcha, 4829, -",
                "numberCaptcha, 482913, -",
                "numberCaptcha, 482, isv.PARAM_LENGTH_LIMIT",
                "numberCaptcha, 4829133, isv.PARAM_LENGTH_LIMIT",
                "numberCaptcha, 48A91, isv.TEMPLATE_PARAMS_ILLEGAL",
                "numberCaptcha, ４８２９, isv.TEMPLATE_PARAMS_ILLEGAL",
                "characterWithNumber2, a4b8, -",
                "characterWithNumber2, abcdef, -",
                "characterWithNumber2, 482913, -",
                "characterWithNumber2, a4b, isv.PARAM_LENGTH_LIMIT",
                "characterWithNumber2, a4b8c9d, isv.PARAM_LENGTH_LIMIT",
                "characterWithNumber2, a4-b8, isv.TEMPLATE_PARAMS_ILLEGAL",
                "phone_number2, 13900001234, -",
                "phone_number2, 0571-82123000, -",
                "phone_number2, 400-123-1234, -",
                "phone_number2, 10086, -",
                "phone_number2, 1008, isv.PARAM_LENGTH_LIMIT",
                "phone_number2, 10-86, isv.TEMPLATE_PARAMS_ILLEGAL",
                "phone_number2, 12345678901234, isv.TEMPLATE_PARAMS_ILLEGAL",
                "phone_number2, 0571-8212-300012, isv.PARAM_LENGTH_LIMIT",
                "phone_number2, +8613900001234, isv.TEMPLATE_PARAMS_ILLEGAL",
                "time, 2026-11-28 23:05, -",
                "time, 明天下午, -",
                "time, 2026_11_28, isv.TEMPLATE_PARAMS_ILLEGAL",
                "time, '', isv.PARAM_LENGTH_LIMIT",
                "others, 张三丰, -",
                "others, 12345678901234567890123456789012345, -",
                "others, 123456789012345678901234567890123456, isv.PARAM_LENGTH_LIMIT",
                "others, '', isv.PARAM_LENGTH_LIMIT",
                "others, see HTTPS://a.example, isv.PARAM_NOT_SUPPORT_URL",
                "a_new_rule, 1234567890123456789012345678901234567890, -",
                "characterWithNumber, x, -",
            })
    void everyDocumentedRuleIsCheckedAsTheServiceDoes(String rule, String value, @Nullable String code) {
        cloud.templates().addSms(CODE, TEXT, Map.of("code", rule));

        Map<String, String> values = Map.of("code", value);
        if (code == null) {
            assertThat(templates.check(CODE, values)).isTrue();
            sms.sendSms(m -> m.phoneNumbers("13900001234")
                    .signName("Acme")
                    .templateCode(CODE)
                    .templateParam(values));
        } else {
            var mismatch = catchThrowableOfType(TemplateMismatchException.class, () -> templates.check(CODE, values));
            assertThat(mismatch.problems()).containsOnlyKeys("code");
            assertThat(mismatch.templateCode()).isEqualTo(CODE);
            assertThatThrownBy(() -> sms.sendSms(m -> m.phoneNumbers("13900001234")
                            .signName("Acme")
                            .templateCode(CODE)
                            .templateParam(values)))
                    .isInstanceOfSatisfying(
                            ServiceException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(code));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "money",
                "name",
                "user_nick",
                "unit_name",
                "address",
                "license_plate_number",
                "tracking_number",
                "pick_up_code",
                "other_number2",
                "link_param",
                "email_address",
                "others"
            })
    void otherPropertiesTakeAnyTextOf35Characters(String rule) {
        SmsTemplates known = SmsTemplates.fixed(CODE, TEXT, Map.of("code", rule));

        assertThat(known.check(CODE, Map.of("code", "字".repeat(35)))).isTrue();
        assertThatThrownBy(() -> known.check(CODE, Map.of("code", "字".repeat(36))))
                .isInstanceOf(TemplateMismatchException.class)
                .hasMessage("template " + CODE + ": code: 36 characters, " + rule + " takes 1 to 35");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theCheckAndTheServiceAgreeOnAnyValue(long seed) {
        Random random = new Random(seed);
        List<String> rules =
                List.of("numberCaptcha", "characterWithNumber2", "phone_number2", "time", "others", "a_new_rule");
        String[] pieces = {"0", "4", "12", "a", "Z", "-", "_", " ", "字", "🎉", "https://", "/", "２"};
        for (int i = 0; i < 150; i++) {
            String rule = rules.get(random.nextInt(rules.size()));
            int kinds = 1 + random.nextInt(pieces.length);
            var value = new StringBuilder();
            for (int more = random.nextInt(random.nextBoolean() ? 8 : 40); more > 0; more--) {
                value.append(pieces[random.nextInt(kinds)]);
            }
            cloud.templates().addSms(CODE, TEXT, Map.of("code", rule));
            SmsTemplates known = SmsTemplates.fixed(CODE, TEXT, Map.of("code", rule));
            Map<String, String> values = Map.of("code", value.toString());

            Throwable mismatch = catchThrowable(() -> known.check(CODE, values));
            Throwable refusal = catchThrowable(() -> sms.sendSms(m -> m.phoneNumbers("13900001234")
                    .signName("Acme")
                    .templateCode(CODE)
                    .templateParam(values)));

            assertThat(mismatch == null).as("%s: %s", rule, value).isEqualTo(refusal == null);
            assertThat(value.length() < 8
                            || mismatch == null
                            || !mismatch.toString().contains(value))
                    .isTrue();
        }
    }

    @Test
    void aMismatchNamesEveryVariableAndItsRuleAndNeverAValue() {
        SmsTemplates known = SmsTemplates.fixed(
                CODE, "${a} ${b} ${c}", Map.of("a", "numberCaptcha", "b", "phone_number2", "c", "others"));

        var mismatch = catchThrowableOfType(
                TemplateMismatchException.class, () -> known.check(CODE, Map.of("a", "48291333", "b", "+86-48291333")));

        assertThat(mismatch)
                .hasMessage("template SMS_123456: a: 8 characters, numberCaptcha takes 4 to 6;"
                        + " b: a character that phone_number2 does not take; it takes digits and hyphens; c: no value");
        assertThat(mismatch.problems()).containsOnlyKeys("a", "b", "c");
        assertThat(mismatch.toString()).doesNotContain("48291333");
    }

    @Test
    void oneBadRowOfAHundredCostsOne() {
        addTemplate();
        List<SmsRecipient> people = people(100);
        people.set(41, recipient(41, "48291333"));

        assertThatThrownBy(() -> sms.batches().sendBatchSms(b -> b.templateCode(CODE), people))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("isv.PARAM_LENGTH_LIMIT"));

        BatchResult<SmsRecipient> result = sendChecked(people);

        assertThat(result.accepted()).hasSize(99);
        assertThat(result.refused()).containsExactly(people.get(41));
        assertThat(result.stoppedBy()).isNull();
        assertThat(result.outcomes()).extracting(Outcome::recipient).isEqualTo(people);
        Outcome<SmsRecipient> bad = result.outcomes().get(41);
        assertThat(bad.status()).isEqualTo(Status.REFUSED);
        assertThat(bad.failure())
                .isInstanceOf(TemplateMismatchException.class)
                .hasMessage("template SMS_123456: code: 8 characters, numberCaptcha takes 4 to 6");
        assertThat(cloud.receivedCount("GetSmsTemplate")).isEqualTo(1);
        assertThat(cloud.receivedCount("SendBatchSms")).isEqualTo(2);
    }

    @Test
    void badRowsOfALongListAreRefusedInTheirPlacesAndPartsAreFull() {
        addTemplate();
        List<SmsRecipient> people = people(250);
        for (int i : new int[] {0, 99, 100, 101, 249}) {
            people.set(i, recipient(i, "x"));
        }

        BatchResult<SmsRecipient> result = sendChecked(people);

        assertThat(result.refused())
                .containsExactly(people.get(0), people.get(99), people.get(100), people.get(101), people.get(249));
        assertThat(result.accepted()).hasSize(245);
        assertThat(cloud.receivedCount("SendBatchSms")).isEqualTo(3);
    }

    @Test
    void whenNoRowFitsNothingIsSentAndAllAreRefused() {
        addTemplate();
        BatchResult<SmsRecipient> result = sendChecked(List.of(recipient(1, "x"), recipient(2, "y")));

        assertThat(result.refused()).hasSize(2);
        assertThat(cloud.receivedCount("SendBatchSms")).isZero();
    }

    @Test
    void theSameMessageToAllIsCheckedOnceAndThrows() {
        addTemplate();
        List<PhoneNumber> numbers = List.of(PhoneNumber.of("+86 13900000001"), PhoneNumber.of("+86 13900000002"));

        assertThatThrownBy(() -> sms.batches()
                        .check(templates)
                        .sendSms(
                                b -> b.templateCode(CODE).signName("Acme").templateParam(Map.of("code", "x")), numbers))
                .isInstanceOf(TemplateMismatchException.class);
        assertThat(cloud.receivedCount("SendSms")).isZero();
        assertThat(sms.batches()
                        .check(templates)
                        .sendSms(
                                b -> b.templateCode(CODE).signName("Acme").templateParam(Map.of("code", "4829")),
                                numbers)
                        .accepted())
                .hasSize(2);
    }

    @Test
    void valuesGivenAsJsonTextAreNotChecked() {
        addTemplate();
        assertThat(sms.batches()
                        .check(templates)
                        .sendSms(
                                b -> b.templateCode(CODE).signName("Acme").templateParam("{\"code\":\"4829\"}"),
                                List.of(PhoneNumber.of("+86 13900000001")))
                        .allAccepted())
                .isTrue();
    }

    @Test
    void nothingIsCheckedUnlessAskedFor() {
        people(2).forEach(to -> sms.batches().sendBatchSms(b -> b.templateCode(CODE), List.of(to)));
        sms.sendSms(m -> m.phoneNumbers("13900001234").signName("Acme").templateCode(CODE));

        assertThat(cloud.receivedCount("GetSmsTemplate")).isZero();
    }

    @Test
    void aTemplateThatCannotBeReadIsNotCheckedAndEverythingIsSent() {
        cloud.when("GetSmsTemplate").thenBusinessFailure("isv.SMS_TEMPLATE_ILLEGAL", "no such template");

        BatchResult<SmsRecipient> result = sendChecked(List.of(recipient(1, "much too long"), recipient(2, "4829")));

        assertThat(result.allAccepted()).isTrue();
        assertThat(templates.check(CODE, Map.of())).isFalse();
        assertThat(templates.notChecked()).containsOnlyKeys(CODE);
        assertThat(templates.notChecked().get(CODE)).hasMessageContaining("isv.SMS_TEMPLATE_ILLEGAL");
        assertThatThrownBy(() -> templates.render(CODE, Map.of())).isInstanceOf(ServiceException.class);
        assertThat(cloud.receivedCount("GetSmsTemplate")).isEqualTo(1);

        addTemplate();
        cloud.when("GetSmsTemplate").thenSucceed();
        time.advance(Duration.ofMinutes(1));

        assertThatThrownBy(() -> templates.check(CODE, Map.of())).isInstanceOf(TemplateMismatchException.class);
        assertThat(templates.notChecked()).isEmpty();
    }

    @Test
    void aTemplateIsReadOnceIn15Minutes() {
        addTemplate();
        Map<String, String> values = Map.of("code", "4829");
        templates.check(CODE, values);
        time.advance(Duration.ofMinutes(15).minusNanos(1));
        templates.check(CODE, values);
        assertThat(cloud.receivedCount("GetSmsTemplate")).isEqualTo(1);

        time.advance(Duration.ofNanos(1));
        templates.render(CODE, values);
        assertThat(cloud.receivedCount("GetSmsTemplate")).isEqualTo(2);
    }

    @Test
    void anInterruptWhileReadingIsNotRemembered() {
        addTemplate();
        Thread.currentThread().interrupt();
        assertThat(templates.check(CODE, Map.of())).isFalse();
        assertThatThrownBy(() -> templates.render(CODE, Map.of())).isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();

        assertThat(templates.check(CODE, Map.of("code", "4829"))).isTrue();
    }

    @Test
    void theTextIsShownAsItIsReceived() {
        addTemplate();
        String text = templates.render(CODE, Map.of("code", "4829", "other", "ignored"));

        assertThat(text).isEqualTo("Your code is 4829, valid for 5 minutes.");
        assertThat(SmsLength.mainland("Acme", text).segments()).isEqualTo(1);
        assertThatThrownBy(() -> templates.render(CODE, Map.of())).isInstanceOf(TemplateMismatchException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${a}${b}|12",
                "$${a}|$1",
                "${a|${a",
                "${}${a}|${}1",
                "${a b}${a}|${a b}1",
                "$ {a}|$ {a}",
                "${a} and ${a}|1 and 1",
                "${${a}}|${1}",
                "no variable|no variable",
            })
    void onlyVariablesAreReplaced(String text, String rendered) {
        assertThat(SmsTemplates.fixed(CODE, text, Map.of()).render(CODE, Map.of("a", "1", "b", "2")))
                .isEqualTo(rendered);
    }

    @Test
    void aValueThatLooksLikeAVariableIsNotReplaced() {
        assertThat(SmsTemplates.fixed(CODE, "${a} ${b}", Map.of()).render(CODE, Map.of("a", "${b}", "b", "$1\\")))
                .isEqualTo("${b} $1\\");
    }

    @Test
    void knownTemplatesAreNotRead() {
        SmsTemplates both = templates.withFixed(CODE, TEXT, Map.of("code", "numberCaptcha"));

        assertThat(both.check(CODE, Map.of("code", "4829"))).isTrue();
        assertThat(cloud.receivedCount()).isZero();
        assertThat(SmsTemplates.fixed(CODE, TEXT, Map.of()).check("SMS_9", Map.of()))
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmsTemplates.fixed(CODE, TEXT, Map.of()).render("SMS_9", Map.of()))
                .withMessageContaining("SMS_9");
    }

    @Test
    void anInternationalTemplateIsCheckedForMissingValuesOnly() {
        cloud.when("GetSmsTemplate")
                .thenSucceedWith(Map.of(
                        "TemplateContent",
                        "Code ${code}",
                        "TemplateType",
                        "3",
                        "VariableAttribute",
                        "{\"code\":\"numberCaptcha\"}"));

        assertThat(templates.check(CODE, Map.of("code", "a long text"))).isTrue();
        assertThatThrownBy(() -> templates.check(CODE, Map.of())).hasMessageEndingWith("code: no value");
    }

    @Test
    void theFakeRefusesMissingValuesAndUnknownTemplates() {
        addTemplate();
        assertThatThrownBy(() -> sms.sendSms(
                        m -> m.phoneNumbers("13900001234").signName("Acme").templateCode(CODE)))
                .hasMessageContaining("isv.TEMPLATE_MISSING_PARAMETERS");
        assertThatThrownBy(() -> sms.sendSms(
                        m -> m.phoneNumbers("13900001234").signName("Acme").templateCode("SMS_9")))
                .hasMessageContaining("isv.SMS_TEMPLATE_ILLEGAL");
        assertThatThrownBy(() -> sms.getSmsTemplate(r -> r.templateCode("SMS_9")))
                .hasMessageContaining("isv.SMS_TEMPLATE_ILLEGAL");
        assertThatThrownBy(() -> sms.sendSms(m -> m.phoneNumbers("13900001234")
                        .signName("Acme")
                        .templateCode(CODE)
                        .templateParam("{\"code\":4829}")))
                .hasMessageContaining("isv.INVALID_JSON_PARAM");

        cloud.reset();
        sms.sendSms(m -> m.phoneNumbers("13900001234").signName("Acme").templateCode("SMS_9"));
    }
}
