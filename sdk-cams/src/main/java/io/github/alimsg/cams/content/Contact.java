package io.github.alimsg.cams.content;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact card. Immutable: each {@code with…} returns a new one. Kinds of numbers and addresses are texts; the vendor
 * lists {@code CELL}, {@code MAIN}, {@code IPHONE}, {@code HOME} and {@code WORK} for phones, {@code HOME} and
 * {@code WORK} for the others.
 */
public final class Contact extends ContentPart {
    private final Map<String, Object> name;

    private Contact(Map<String, Object> name, Map<String, Object> others) {
        super(with(others, "name", name));
        this.name = name;
    }

    /**
     * Returns a contact. The service requires the full name and at least one of its parts.
     *
     * @param formattedName the full name, as it is shown
     * @param firstName the first name
     * @return the contact
     */
    public static Contact of(String formattedName, String firstName) {
        return new Contact(
                object(
                        "formatted_name",
                        text("formattedName", formattedName),
                        "first_name",
                        text("firstName", firstName)),
                Map.of());
    }

    /**
     * Sets the last name.
     *
     * @param lastName the last name; null for none
     * @return a new contact
     */
    public Contact withLastName(@Nullable String lastName) {
        return name("last_name", textOrNull("lastName", lastName));
    }

    /**
     * Sets the middle name.
     *
     * @param middleName the middle name; null for none
     * @return a new contact
     */
    public Contact withMiddleName(@Nullable String middleName) {
        return name("middle_name", textOrNull("middleName", middleName));
    }

    /**
     * Sets the prefix of the name.
     *
     * @param prefix such as {@code Dr.}; null for none
     * @return a new contact
     */
    public Contact withPrefix(@Nullable String prefix) {
        return name("prefix", textOrNull("prefix", prefix));
    }

    /**
     * Sets the suffix of the name.
     *
     * @param suffix such as {@code jr.}; null for none
     * @return a new contact
     */
    public Contact withSuffix(@Nullable String suffix) {
        return name("suffix", textOrNull("suffix", suffix));
    }

    private Contact name(String part, @Nullable String value) {
        return new Contact(with(name, part, value), members());
    }

    private Contact member(String member, @Nullable Object value) {
        return new Contact(name, with(members(), member, value));
    }

    /**
     * Sets the birthday.
     *
     * @param birthday the day; null for none
     * @return a new contact
     */
    public Contact withBirthday(@Nullable LocalDate birthday) {
        return member("birthday", birthday == null ? null : birthday.toString());
    }

    /**
     * Sets the company.
     *
     * @param company its name; null for none
     * @return a new contact
     */
    public Contact withCompany(@Nullable String company) {
        return member("org", company == null ? null : object("company", text("company", company)));
    }

    /**
     * Adds a phone number.
     *
     * @param phone the number, as it is shown
     * @param type its kind, such as {@code CELL}
     * @return a new contact
     */
    public Contact withPhone(String phone, String type) {
        return adding("phones", object("phone", text("phone", phone), "type", text("type", type)));
    }

    /**
     * Adds a phone number that is known to WhatsApp, so that a conversation can be started from the card.
     *
     * @param phone the number, as it is shown
     * @param type its kind, such as {@code CELL}
     * @param whatsAppId the number in digits, with country code and no plus; null when it is not known to WhatsApp
     * @return a new contact
     */
    public Contact withPhone(String phone, String type, @Nullable String whatsAppId) {
        return adding(
                "phones",
                object(
                        "phone",
                        text("phone", phone),
                        "type",
                        text("type", type),
                        "wa_id",
                        textOrNull("whatsAppId", whatsAppId)));
    }

    /**
     * Adds an e-mail address.
     *
     * @param email the address
     * @param type its kind, such as {@code WORK}
     * @return a new contact
     */
    public Contact withEmail(String email, String type) {
        return adding("emails", object("email", text("email", email), "type", text("type", type)));
    }

    /**
     * Adds a web page.
     *
     * @param url the page
     * @param type its kind, such as {@code WORK}
     * @return a new contact
     */
    public Contact withUrl(String url, String type) {
        return adding("urls", object("url", text("url", url), "type", text("type", type)));
    }

    /**
     * Adds a postal address.
     *
     * @param address the address
     * @return a new contact
     */
    public Contact withAddress(PostalAddress address) {
        return adding("addresses", address.members());
    }

    private Contact adding(String list, Map<String, Object> item) {
        return new Contact(name, adding(members(), list, item));
    }
}
