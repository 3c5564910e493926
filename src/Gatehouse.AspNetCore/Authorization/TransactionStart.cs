namespace Gatehouse.AspNetCore.Authorization;

/// <summary>What became of the wish to begin a transaction.</summary>
public enum TransactionStart
{
    /// <summary>It stands.</summary>
    Begun,

    /// <summary>There is one of that name: the same form was sent twice.</summary>
    Repeated,

    /// <summary>Too many are open; nothing was written.</summary>
    Full,

    /// <summary>Too many of this browser are open; nothing was written.</summary>
    FullForBrowser,
}
