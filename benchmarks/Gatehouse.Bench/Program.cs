using Gatehouse.Bench;
using Gatehouse.Bench.Servers;

// The driver starts this same executable once for every variant: `serve NAME URL DATA`.
return args is ["serve", var name, var url, var data]
    ? await ServedVariant.RunAsync(name, url, data)
    : await Driver.RunAsync(args);
