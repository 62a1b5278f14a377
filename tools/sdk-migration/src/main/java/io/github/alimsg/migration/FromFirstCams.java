package io.github.alimsg.migration;

/**
 * Moves WhatsApp and other chats from the vendor's SDK of the first generation, {@code
 * com.aliyun:aliyun-java-sdk-cams}, to this one. It was tested with stand-ins for the vendor's classes, not with
 * its jar.
 */
public final class FromFirstCams extends MigrationRecipe {
    /** Creates the recipe. */
    public FromFirstCams() {}

    @Override
    Generation generation() {
        return Generation.FIRST;
    }

    @Override
    String product() {
        return "cams20200606";
    }
}
