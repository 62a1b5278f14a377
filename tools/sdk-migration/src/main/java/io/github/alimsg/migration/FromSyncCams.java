package io.github.alimsg.migration;

/**
 * Moves WhatsApp and other chats from the vendor's synchronous SDK, {@code com.aliyun:cams20200606}, to this one.
 * It was tested with stand-ins for the vendor's classes, not with its jar.
 */
public final class FromSyncCams extends MigrationRecipe {
    /** Creates the recipe. */
    public FromSyncCams() {}

    @Override
    Generation generation() {
        return Generation.SYNC;
    }

    @Override
    String product() {
        return "cams20200606";
    }
}
