package io.github.alimsg.testing.storage;

/**
 * CRC-64 by the ECMA-182 polynomial, highest bit first, bits of input and result turned round: another way to the value
 * that the SDK computes lowest bit first.
 */
final class ObjectChecksum {
    private static final long POLYNOMIAL = 0x42F0E1EBA9EA3693L;
    private static final long[] TABLE = new long[256];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            long value = Long.reverse(i);
            for (int bit = 0; bit < 8; bit++) {
                value = value << 1 ^ (value < 0 ? POLYNOMIAL : 0);
            }
            TABLE[i] = value;
        }
    }

    private long value = -1;

    void update(byte[] bytes, int count) {
        long next = value;
        for (int i = 0; i < count; i++) {
            int turned = Integer.reverse((int) (next >>> 56)) >>> 24;
            next = TABLE[turned ^ bytes[i] & 0xff] ^ next << 8;
        }
        value = next;
    }

    String value() {
        return Long.toUnsignedString(Long.reverse(~value));
    }
}
