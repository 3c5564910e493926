using Gatehouse.Bench;
using Gatehouse.Bench.Servers;

// The driver starts this same executable once for every variant: `serve NAME URL DATA`.
return args switch
{
    ["serve", var name, var url, var data] => await ServedVariant.RunAsync(name, url, data),
    ["cloud", var url, var data] => await BenchCloud.RunAsync(url, data),
    _ => await Driver.RunAsync(args),
};
