package io.github.alimsg.dysms.mainland.model;

import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.core.wire.PhoneForm;

/**
 * Phone numbers as the mainland API and its receipts write them: eleven digits, without the country code, for a mobile
 * number of mainland China, and digits with country code for any other.
 *
 * <pre>{@code
 * String key = MainlandNumbers.digits(PhoneNumber.of("+86 139 0000 1234")); // 13900001234
 * }</pre>
 */
public final class MainlandNumbers {
    /** The form, for generated builders. */
    public static final PhoneForm FORM = PhoneForm.of(MainlandNumbers::withoutOwnCountryCode);

    private MainlandNumbers() {}

    /**
     * A number's digits, as the mainland API and its receipts write them.
     *
     * @param number the number
     * @return for a mobile number of mainland China eleven digits, for any other what {@link PhoneNumber#digits()} is
     */
    public static String digits(PhoneNumber number) {
        return withoutOwnCountryCode(number.digits());
    }

    private static String withoutOwnCountryCode(String digits) {
        return digits.length() == 13 && digits.startsWith("861") ? digits.substring(2) : digits;
    }
}
