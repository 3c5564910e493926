using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Gatehouse.Storage.Tests;

/// <summary>Runs a test on every implementation of the stores; its parameter opens one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryStoreAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) => new([.. Stores.All.Keys.Select(name => new TheoryDataRow(name))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
