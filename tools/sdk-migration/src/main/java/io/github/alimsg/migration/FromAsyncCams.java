package io.github.alimsg.migration;

/**
 * Moves WhatsApp and other chats from the vendor's asynchronous SDK, {@code com.aliyun:alibabacloud-cams20200606},
 * to this one. It was tested with stand-ins for the vendor's classes, not with its jar.
 */
public final class FromAsyncCams extends MigrationRecipe {
    /** Creates the recipe. */
    public FromAsyncCams() {}

    @Override
    Generation generation() {
        return Generation.ASYNC;
    }

    @Override
    String product() {
        return "cams20200606";
    }
}
