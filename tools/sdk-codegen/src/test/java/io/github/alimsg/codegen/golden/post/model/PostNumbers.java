package io.github.alimsg.codegen.golden.post.model;

import io.github.alimsg.core.wire.PhoneForm;

/** What a product adds by hand when it writes phone numbers as no other: without the country code of its own country. */
public final class PostNumbers {
    /** The form. */
    public static final PhoneForm FORM =
            PhoneForm.of(digits -> digits.length() == 13 && digits.startsWith("861") ? digits.substring(2) : digits);

    private PostNumbers() {}
}
