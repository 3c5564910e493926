namespace Gatehouse.Bench.Report;

/// <summary>What must hold: a measured value of at most so much.</summary>
internal sealed record Target(string What, double Measured, double AtMost, string Unit)
{
    public bool IsMet => Measured <= AtMost;
}
