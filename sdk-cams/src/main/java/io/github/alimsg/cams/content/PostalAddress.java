package io.github.alimsg.cams.content;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A postal address on a contact card. Immutable: each {@code with…} returns a new one. */
public final class PostalAddress extends ContentPart {
    private PostalAddress(Map<String, Object> members) {
        super(members);
    }

    /**
     * Returns an address.
     *
     * @param street street and number
     * @param city the city
     * @return the address
     */
    public static PostalAddress of(String street, String city) {
        return new PostalAddress(object("street", text("street", street), "city", text("city", city)));
    }

    /**
     * Sets the state or province.
     *
     * @param state its name or code; null for none
     * @return a new address
     */
    public PostalAddress withState(@Nullable String state) {
        return new PostalAddress(with(members(), "state", textOrNull("state", state)));
    }

    /**
     * Sets the postal code.
     *
     * @param zip the code; null for none
     * @return a new address
     */
    public PostalAddress withZip(@Nullable String zip) {
        return new PostalAddress(with(members(), "zip", textOrNull("zip", zip)));
    }

    /**
     * Sets the country.
     *
     * @param country its name; null for none
     * @param countryCode its two-letter code, such as {@code ID}; null for none
     * @return a new address
     */
    public PostalAddress withCountry(@Nullable String country, @Nullable String countryCode) {
        return new PostalAddress(with(
                with(members(), "country", textOrNull("country", country)),
                "country_code",
                textOrNull("countryCode", countryCode)));
    }

    /**
     * Sets the kind.
     *
     * @param type {@code HOME} or {@code WORK}; null for none
     * @return a new address
     */
    public PostalAddress withType(@Nullable String type) {
        return new PostalAddress(with(members(), "type", textOrNull("type", type)));
    }
}
