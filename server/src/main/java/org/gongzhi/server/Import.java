package org.gongzhi.server;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Imports matters (导入). */
@Command(name = "import", description = "import matters / 导入事项", mixinStandardHelpOptions = true)
final class Import implements Callable<Integer> {
    @Override
    public Integer call() {
        return 2;
    }
}
