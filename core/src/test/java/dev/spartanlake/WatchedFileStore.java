package dev.spartanlake;

import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.LocalFileStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/// The local disk, with somebody watching who is told of every operation before it happens.
final class WatchedFileStore {

    private WatchedFileStore() {}

    /// @param watcher gets the name of the operation and the paths it is about
    static FileStore by(BiConsumer<String, List<Path>> watcher) {
        FileStore disk = new LocalFileStore();
        return (FileStore) Proxy.newProxyInstance(
                WatchedFileStore.class.getClassLoader(),
                new Class<?>[] {FileStore.class},
                (proxy, method, arguments) -> {
                    watcher.accept(
                            method.getName(),
                            Arrays.stream(arguments)
                                    .filter(Path.class::isInstance)
                                    .map(Path.class::cast)
                                    .toList());
                    try {
                        return method.invoke(disk, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
