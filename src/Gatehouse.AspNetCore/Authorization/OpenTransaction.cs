namespace Gatehouse.AspNetCore.Authorization;

/// <summary>A transaction with its content open.</summary>
internal sealed record OpenTransaction(Transaction Stored, TransactionContent Content);
