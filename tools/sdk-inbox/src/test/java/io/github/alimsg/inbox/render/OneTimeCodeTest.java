package io.github.alimsg.inbox.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A one-time code is found in many languages, and other numbers are not")
class OneTimeCodeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "482913|Your verification code is 482913.",
                "4829|4829 is your Acme code",
                "48291333|OTP: 48291333 (do not share)",
                "482913|您的验证码是482913，5分钟内有效。",
                "482913|您的驗證碼為 482913",
                "482913|Kode verifikasi Anda: 482913",
                "482913|Mã xác thực của bạn là 482913",
                "482913|Tu código es 482913",
                "482913|Votre code : 482913",
                "482913|Ihr Code lautet 482913",
                "482913|รหัส OTP ของคุณคือ 482913",
                "482913|Ваш код: 482913",
                "482913|인증번호는 482913 입니다",
                "482913|Order 20261129: your code is 482913"
            })
    void aCodeIsFound(String code, String text) {
        assertThat(OneTimeCode.in(text, Map.of())).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your parcel 482913 has arrived.",
                "Call +6281234567 to get a code",
                "Your code costs $4829",
                "Code valid until 2026-11-29",
                "Use code SAVE4829 for shipping",
                "Your code is 123",
                "Your code is 123456789",
                "Shipping 482913",
                ""
            })
    void otherNumbersAreNot(String text) {
        assertThat(OneTimeCode.in(text, Map.of())).isNull();
    }

    @Test
    void theValueOfATemplateCountsThoughItsTextIsNotKnown() {
        assertThat(OneTimeCode.in(null, Map.of("code", "482913", "min", "5"))).isEqualTo("482913");
        assertThat(OneTimeCode.in(null, Map.of("orderNo", "482913"))).isNull();
    }
}
