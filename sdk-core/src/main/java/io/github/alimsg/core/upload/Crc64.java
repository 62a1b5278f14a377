package io.github.alimsg.core.upload;

/**
 * CRC-64 with the ECMA-182 polynomial, bits reversed. The object storage returns it in {@code x-oss-hash-crc64ecma}, so
 * that both sides can check that they have the same bytes.
 */
final class Crc64 {
    private static final long REVERSED_POLYNOMIAL = 0xC96C5795D7870F42L;
    private static final long[] TABLE = new long[256];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            long remainder = i;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                remainder = remainder >>> 1 ^ ((remainder & 1) == 0 ? 0 : REVERSED_POLYNOMIAL);
            }
            TABLE[i] = remainder;
        }
    }

    private long remainder = -1;

    /** Adds some bytes. */
    public void update(byte[] bytes, int offset, int count) {
        long next = remainder;
        for (int i = offset; i < offset + count; i++) {
            next = TABLE[(int) (next ^ bytes[i]) & 0xff] ^ next >>> Byte.SIZE;
        }
        remainder = next;
    }

    /** The check value of all bytes so far, as the header has it: an unsigned decimal number. */
    public String value() {
        return Long.toUnsignedString(~remainder);
    }
}
