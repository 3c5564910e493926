using Gatehouse.Storage.Tests.Crash;

// The tests, or the child process that a test starts, watches and kills.
return args is [Child.Verb, var task, var path, .. var values]
    ? await Child.RunAsync(task, path, values)
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
