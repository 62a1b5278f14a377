package io.github.alimsg.dysms;

/** The characters of GSM-7, from 3GPP TS 23.038, with the extension that the vendor lists. */
final class Gsm7 {
    private static final String STANDARD = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** The standard has a form feed as well, which the vendor does not list. */
    private static final String EXTENSION = "|^€{}[]~\\";

    private Gsm7() {}

    static boolean contains(int codePoint) {
        return STANDARD.indexOf(codePoint) >= 0 || isExtension(codePoint);
    }

    /** {@return whether the character takes the place of two} */
    static boolean isExtension(int codePoint) {
        return EXTENSION.indexOf(codePoint) >= 0;
    }
}
