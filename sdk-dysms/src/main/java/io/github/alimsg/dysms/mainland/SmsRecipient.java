package io.github.alimsg.dysms.mainland;

import io.github.alimsg.core.PhoneNumber;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A recipient of a batch: phone number, signature, and values of the template's variables.
 *
 * <p>{@code toString} shows neither number nor values.
 */
public final class SmsRecipient {
    private final PhoneNumber number;
    private final String signName;
    private final Map<String, String> templateParams;
    private final @Nullable String upExtendCode;

    private SmsRecipient(Builder builder) {
        if (builder.number == null || builder.signName == null) {
            throw new IllegalArgumentException("SmsRecipient needs "
                    + (builder.number != null ? "signName" : builder.signName != null ? "number" : "number, signName"));
        }
        this.number = builder.number;
        this.signName = builder.signName;
        this.templateParams = Collections.unmodifiableMap(new LinkedHashMap<>(builder.templateParams));
        this.upExtendCode = builder.upExtendCode;
    }

    /**
     * Returns a recipient.
     *
     * @param number the phone number, as {@link PhoneNumber#of} reads it
     * @param signName name of an approved signature
     * @param templateParams values of the template's variables; null or empty when it has none
     * @return the recipient
     * @throws IllegalArgumentException when the number is not valid
     * @throws NullPointerException when a value is null; names the variable
     */
    public static SmsRecipient of(String number, String signName, @Nullable Map<String, String> templateParams) {
        return builder()
                .number(number)
                .signName(signName)
                .templateParams(templateParams)
                .build();
    }

    /** {@return an empty builder} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the phone number} */
    public PhoneNumber number() {
        return number;
    }

    /** {@return the name of the signature} */
    public String signName() {
        return signName;
    }

    /** {@return values of the template's variables by name; unmodifiable} */
    public Map<String, String> templateParams() {
        return templateParams;
    }

    /** {@return the extension code of the number that replies come in on; null for the signature's own} */
    public @Nullable String upExtendCode() {
        return upExtendCode;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SmsRecipient that
                && number.equals(that.number)
                && signName.equals(that.signName)
                && templateParams.equals(that.templateParams)
                && Objects.equals(upExtendCode, that.upExtendCode);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, signName, templateParams, upExtendCode);
    }

    /** Shows signature and names of variables, never the number or the values. */
    @Override
    public String toString() {
        return "SmsRecipient{number=" + number + ", signName=" + signName + ", templateParams="
                + templateParams.keySet() + (upExtendCode == null ? "" : ", upExtendCode=" + upExtendCode) + "}";
    }

    /** Builds {@link SmsRecipient}. */
    public static final class Builder {
        private @Nullable PhoneNumber number;
        private @Nullable String signName;
        private final Map<String, String> templateParams = new LinkedHashMap<>();
        private @Nullable String upExtendCode;

        private Builder() {}

        /**
         * Sets the phone number. Required.
         *
         * @param number the number, as {@link PhoneNumber#of} reads it
         * @return this builder
         * @throws IllegalArgumentException when it is not valid
         */
        public Builder number(String number) {
            this.number = number == null ? null : PhoneNumber.of(number);
            return this;
        }

        /**
         * Sets the phone number. Required.
         *
         * @param number the number
         * @return this builder
         */
        public Builder number(PhoneNumber number) {
            this.number = number;
            return this;
        }

        /**
         * Sets the name of an approved signature. Required.
         *
         * @param signName the name
         * @return this builder
         */
        public Builder signName(String signName) {
            this.signName = signName;
            return this;
        }

        /**
         * Sets the values of the template's variables, replacing those set before. They are texts, since the service
         * refuses numbers.
         *
         * @param templateParams values by name; copied; null or empty for none
         * @return this builder
         * @throws NullPointerException when a value is null; names the variable
         */
        public Builder templateParams(@Nullable Map<String, String> templateParams) {
            this.templateParams.clear();
            if (templateParams != null) {
                templateParams.forEach(this::templateParam);
            }
            return this;
        }

        /**
         * Sets the value of one of the template's variables.
         *
         * @param name name of the variable
         * @param value its value
         * @return this builder
         * @throws NullPointerException when the value is null; names the variable
         */
        public Builder templateParam(String name, String value) {
            templateParams.put(
                    Objects.requireNonNull(name, "name"),
                    Objects.requireNonNull(value, () -> "templateParams must not hold null for '" + name + "'"));
            return this;
        }

        /**
         * Sets the extension code of the number that replies come in on. Give one to all recipients of a batch, or to
         * none.
         *
         * @param upExtendCode the code; null for the signature's own
         * @return this builder
         */
        public Builder upExtendCode(@Nullable String upExtendCode) {
            this.upExtendCode = upExtendCode;
            return this;
        }

        /**
         * Builds the recipient.
         *
         * @return the recipient
         * @throws IllegalArgumentException when number or signature is missing
         */
        public SmsRecipient build() {
            return new SmsRecipient(this);
        }
    }
}
