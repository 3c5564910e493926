using Gatehouse.Storage.Tests.Crash;

// The tests, or the child process that a test starts, watches and kills.
return args is [Child.Verb, var task, var path]
    ? await Child.RunAsync(task, path)
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
