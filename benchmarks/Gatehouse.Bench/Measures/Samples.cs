namespace Gatehouse.Bench.Measures;

/// <summary>The values of one row over the rounds.</summary>
internal sealed record Samples(IReadOnlyList<double> Values)
{
    public double Minimum => Values.Min();

    public double Maximum => Values.Max();

    /// <summary>The middle one; the mean of the two middle ones when their number is even.</summary>
    public double Median
    {
        get
        {
            var sorted = Values.Order().ToArray();
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }

    public static Samples Of<T>(IEnumerable<T> items, Func<T, double> value) => new([.. items.Select(value)]);
}
