package io.github.alimsg.core.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.internal.Surroundings;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorKindsTest {
    /** Of a product that documents one code, and has others that its names tell. */
    private static final ErrorKinds KINDS = new ErrorKinds(
            Map.of("ACCOUNT_NOT_EXISTS", ErrorKind.CONFLICT),
            Map.of(
                    ErrorKind.THROTTLING, Pattern.compile("QPS_LIMIT_CONTROL"),
                    ErrorKind.QUOTA, Pattern.compile(".*BUSINESS_LIMIT.*|(?!BLACK_KEY).*_LIMIT_CONTROL"),
                    ErrorKind.PERMISSION, Pattern.compile(".*PermissionDeny.*"),
                    ErrorKind.VALIDATION, Pattern.compile("(?i).*_ILLEGAL"),
                    ErrorKind.SERVER_FAULT, Pattern.compile("(?:SystemError|SYSTEM_ERROR).*")));

    private static final ErrorKinds OF_GATEWAY = new ErrorKinds(Map.of(), Map.of());

    private static final Map<String, ErrorKind> BY_CATEGORY = Map.of(
            "throttling", ErrorKind.THROTTLING,
            "server fault", ErrorKind.SERVER_FAULT,
            "auth/signature", ErrorKind.SIGNATURE,
            "duplicate/nonce", ErrorKind.SIGNATURE,
            "auth/clock", ErrorKind.CLOCK,
            "auth", ErrorKind.AUTHENTICATION,
            "permission", ErrorKind.PERMISSION,
            "balance", ErrorKind.BALANCE,
            "not-found", ErrorKind.NOT_FOUND,
            "validation", ErrorKind.VALIDATION);

    static java.util.stream.Stream<Surroundings> odd() {
        return Surroundings.odd();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/gateway-errors.tsv", delimiter = '\t')
    void gatewayCodesHaveTheirDocumentedCategory(String code, int status, String category) {
        assertThat(OF_GATEWAY.of(code, status, false)).isEqualTo(BY_CATEGORY.get(category));
    }

    @ParameterizedTest
    @CsvSource({
        "isp.ServiceUnavailable, 200, SERVER_FAULT",
        "isv.InsufficientBalance, 200, BALANCE",
        "isv.Throttling.User, 200, THROTTLING",
        "isv.QPS_LIMIT_CONTROL, 200, THROTTLING",
        "isv.BUSINESS_LIMIT_CONTROL, 200, QUOTA"
    })
    void prefixesDoNotMatter(String code, int status, ErrorKind kind) {
        assertThat(KINDS.of(code, status, false)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "System.LimitControl, THROTTLING",
        "QPS_LIMIT_CONTROL, THROTTLING",
        "isv.BUSINESS_LIMIT_CONTROL, QUOTA",
        "isv.DAY_LIMIT_CONTROL, QUOTA",
        "isv.MONTH_LIMIT_CONTROL, QUOTA",
        "BUSINESS_LIMIT_CONTROL_MINUTE, QUOTA",
        "isv.BLACK_KEY_CONTROL_LIMIT, UNKNOWN",
        "Ram.PermissionDeny, PERMISSION",
        "Forbidden.RAM, PERMISSION",
        "NoPermission.Send, PERMISSION",
        "Flow.NotExist, NOT_FOUND",
        "Template.NotFound, NOT_FOUND",
        "isv.SMS_TEMPLATE_ILLEGAL, VALIDATION",
        "isp.SYSTEM_ERROR, SERVER_FAULT",
        "SystemError, SERVER_FAULT",
        "Something.New, UNKNOWN"
    })
    void otherCodesAreSortedByTheirForm(String code, ErrorKind kind) {
        assertThat(KINDS.of(code, 200, false)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "401, AUTHENTICATION",
        "403, PERMISSION",
        "404, NOT_FOUND",
        "408, SERVER_FAULT",
        "413, VALIDATION",
        "414, VALIDATION",
        "431, VALIDATION",
        "429, THROTTLING",
        "500, SERVER_FAULT",
        "503, SERVER_FAULT",
        "599, SERVER_FAULT",
        "200, UNKNOWN",
        "400, UNKNOWN"
    })
    void unknownCodesAreSortedByStatus(int status, ErrorKind kind) {
        assertThat(KINDS.of("Something.New", status, false)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "Something.New, 200, THROTTLING",
        "Something.New, 400, THROTTLING",
        "Something.New, 403, THROTTLING",
        "Something.New, 408, SERVER_FAULT",
        "Something.New, 302, UNKNOWN",
        "Something.New, 500, SERVER_FAULT",
        "Something.New, 503, SERVER_FAULT",
        "InvalidParameter, 400, VALIDATION",
        "InsufficientBalance, 400, BALANCE",
        "isv.ACCOUNT_NOT_EXISTS, 400, CONFLICT",
        "isv.BUSINESS_LIMIT_CONTROL, 200, QUOTA",
        "isp.SYSTEM_ERROR, 200, SERVER_FAULT",
        ", 400, THROTTLING",
        ", 200, THROTTLING",
        ", 503, SERVER_FAULT"
    })
    void hintOfTheGatewayMeansThrottlingOnlyWhereNothingElseIsKnown(String code, int status, ErrorKind kind) {
        assertThat(KINDS.of(code, status, true)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_NOT_EXISTS, true",
        "isv.ACCOUNT_NOT_EXISTS, true",
        "NoPermission, true",
        "isp.ServiceUnavailable, true",
        "InvalidParameter, false",
        "Throttling.6281234567890, false"
    })
    void codesOfTheTablesAreDocumented(String code, boolean documented) {
        assertThat(KINDS.isDocumented(code)).isEqualTo(documented);
    }

    @ParameterizedTest
    @ValueSource(strings = {"isv.ACCOUNT_NOT_EXISTS", "ACCOUNT_NOT_EXISTS"})
    void codesOfTheProductComeBeforePatternsWithAndWithoutPrefix(String code) {
        assertThat(KINDS.of(code, 500, false)).isEqualTo(ErrorKind.CONFLICT);
    }

    @Test
    void categoryThatErrorKindHasFirstIsTheOneOfACodeOfTwoForms() {
        var kinds = new ErrorKinds(
                Map.of(),
                Map.of(ErrorKind.QUOTA, Pattern.compile("FULL.*"), ErrorKind.THROTTLING, Pattern.compile(".*NOW")));
        assertThat(kinds.of("FULL_NOW", 200, false)).isEqualTo(ErrorKind.THROTTLING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QPS_LIMIT_CONTROL", "isv.BUSINESS_LIMIT_CONTROL", "Ram.PermissionDeny", "SystemError"})
    void formsOfAProductAreNotThoseOfOthers(String code) {
        assertThat(OF_GATEWAY.of(code, 200, false)).isEqualTo(ErrorKind.UNKNOWN);
    }

    @Test
    void timestampOfAnotherFormIsAMatterOfTheClockAsDocumented() {
        assertThat(KINDS.of("InvalidTimeStamp.Format", 400, false)).isEqualTo(ErrorKind.CLOCK);
    }

    @Test
    void throttlingIsThrottlingWhateverTheProductSays() {
        var kinds = new ErrorKinds(Map.of("Throttling.Api", ErrorKind.VALIDATION), Map.of());
        assertThat(kinds.of("Throttling.Api", 400, false)).isEqualTo(ErrorKind.THROTTLING);
    }

    @ParameterizedTest
    @MethodSource("odd")
    void categoriesAreTheSameEverywhere(Surroundings surroundings) {
        surroundings.run(
                () -> assertThat(KINDS.of("isv.sign_illegal", 200, false)).isEqualTo(ErrorKind.VALIDATION));
    }
}
