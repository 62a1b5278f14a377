package io.github.alimsg.core.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.internal.Surroundings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorKindsTest {
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
        assertThat(ErrorKinds.of(code, status, false, Map.of())).isEqualTo(BY_CATEGORY.get(category));
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
        assertThat(ErrorKinds.of(code, status, false, Map.of())).isEqualTo(kind);
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
        "Flow.NotExist, NOT_FOUND",
        "Template.NotFound, NOT_FOUND",
        "isv.SMS_TEMPLATE_ILLEGAL, VALIDATION",
        "isp.SYSTEM_ERROR, SERVER_FAULT",
        "SystemError, SERVER_FAULT",
        "Something.New, UNKNOWN"
    })
    void otherCodesAreSortedByTheirForm(String code, ErrorKind kind) {
        assertThat(ErrorKinds.of(code, 200, false, Map.of())).isEqualTo(kind);
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
        assertThat(ErrorKinds.of("Something.New", status, false, Map.of())).isEqualTo(kind);
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
        assertThat(ErrorKinds.of(code, status, true, Map.of("ACCOUNT_NOT_EXISTS", ErrorKind.CONFLICT)))
                .isEqualTo(kind);
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
        assertThat(ErrorKinds.isDocumented(code, Map.of("ACCOUNT_NOT_EXISTS", ErrorKind.CONFLICT)))
                .isEqualTo(documented);
    }

    @ParameterizedTest
    @ValueSource(strings = {"isv.ACCOUNT_NOT_EXISTS", "ACCOUNT_NOT_EXISTS"})
    void codesOfTheProductComeBeforePatternsWithAndWithoutPrefix(String code) {
        assertThat(ErrorKinds.of(code, 500, false, Map.of("ACCOUNT_NOT_EXISTS", ErrorKind.CONFLICT)))
                .isEqualTo(ErrorKind.CONFLICT);
    }

    @Test
    void timestampOfAnotherFormIsAMatterOfTheClockAsDocumented() {
        assertThat(ErrorKinds.of("InvalidTimeStamp.Format", 400, false, Map.of()))
                .isEqualTo(ErrorKind.CLOCK);
    }

    @Test
    void throttlingIsThrottlingWhateverTheProductSays() {
        assertThat(ErrorKinds.of("Throttling.Api", 400, false, Map.of("Throttling.Api", ErrorKind.VALIDATION)))
                .isEqualTo(ErrorKind.THROTTLING);
    }

    @ParameterizedTest
    @MethodSource("odd")
    void categoriesAreTheSameEverywhere(Surroundings surroundings) {
        surroundings.run(() -> assertThat(ErrorKinds.of("isv.sign_illegal", 200, false, Map.of()))
                .isEqualTo(ErrorKind.VALIDATION));
    }
}
