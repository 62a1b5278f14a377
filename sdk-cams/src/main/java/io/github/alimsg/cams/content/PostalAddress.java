package io.github.alimsg.cams.content;

import java.util.Map;

/** A postal address on a contact card. Immutable: each {@code with…} gives a new one. */
public final class PostalAddress extends Part {
    private PostalAddress(Map<String, Object> members) {
        super(members);
    }

    /**
     * An address.
     *
     * @param street street and number
     * @param city the city
     * @return the address
     */
    public static PostalAddress of(String street, String city) {
        return new PostalAddress(object("street", text("street", street), "city", text("city", city)));
    }

    /**
     * With a state or province.
     *
     * @param state its name or code
     * @return a new address
     */
    public PostalAddress withState(String state) {
        return new PostalAddress(with(members(), "state", text("state", state)));
    }

    /**
     * With a postal code.
     *
     * @param zip the code
     * @return a new address
     */
    public PostalAddress withZip(String zip) {
        return new PostalAddress(with(members(), "zip", text("zip", zip)));
    }

    /**
     * With a country.
     *
     * @param country its name
     * @param countryCode its code of two letters, such as {@code ID}
     * @return a new address
     */
    public PostalAddress withCountry(String country, String countryCode) {
        return new PostalAddress(with(
                with(members(), "country", text("country", country)),
                "country_code",
                text("countryCode", countryCode)));
    }

    /**
     * With a kind.
     *
     * @param type {@code HOME} or {@code WORK}
     * @return a new address
     */
    public PostalAddress withType(String type) {
        return new PostalAddress(with(members(), "type", text("type", type)));
    }
}
