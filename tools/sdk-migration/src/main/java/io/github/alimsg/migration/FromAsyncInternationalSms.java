package io.github.alimsg.migration;

/**
 * Moves international text messages from the vendor's asynchronous SDK, {@code
 * com.aliyun:alibabacloud-dysmsapi20180501}, to this one. It was tested with stand-ins for the vendor's classes,
 * not with its jar.
 */
public final class FromAsyncInternationalSms extends MigrationRecipe {
    /** Creates the recipe. */
    public FromAsyncInternationalSms() {}

    @Override
    Generation generation() {
        return Generation.ASYNC;
    }

    @Override
    String product() {
        return "dysmsapi20180501";
    }
}
