package io.github.alimsg.migration;

/**
 * Moves international text messages from the vendor's synchronous SDK, {@code com.aliyun:dysmsapi20180501}, to this
 * one. It was tested with stand-ins for the vendor's classes, not with its jar.
 */
public final class FromSyncInternationalSms extends MigrationRecipe {
    /** Creates the recipe. */
    public FromSyncInternationalSms() {}

    @Override
    Generation generation() {
        return Generation.SYNC;
    }

    @Override
    String product() {
        return "dysmsapi20180501";
    }
}
