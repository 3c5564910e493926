namespace Gatehouse.Storage.Tests;

/// <summary>What tests of stores share.</summary>
public abstract class StoreTests
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected static Stores Open(string store) => Stores.All[store]();
}
