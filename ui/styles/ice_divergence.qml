<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis minScale="1e+08" version="3.22.16-Białowieża" styleCategories="Symbology|Rendering" hasScaleBasedVisibilityFlag="0" maxScale="0">
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling zoomedInResamplingMethod="nearestNeighbour" zoomedOutResamplingMethod="nearestNeighbour" enabled="false" maxOversampling="2"/>
    </provider>
    <rasterrenderer type="singlebandpseudocolor" band="1" classificationMin="-5" classificationMax="5" alphaBand="-1" opacity="1" nodataColor="">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <rastershader>
        <colorrampshader clip="0" minimumValue="-5" maximumValue="5" colorRampType="INTERPOLATED" classificationMode="1" labelPrecision="6">
          <item alpha="255" value="-5" color="#004acf" label="-5"/>
          <item alpha="255" value="-4.5" color="#0060c4" label="-4.5"/>
          <item alpha="255" value="-4" color="#2872c0" label="-4"/>
          <item alpha="255" value="-3.5" color="#4683bf" label="-3.5"/>
          <item alpha="255" value="-3" color="#6192c0" label="-3"/>
          <item alpha="255" value="-2.5" color="#7aa2c5" label="-2.5"/>
          <item alpha="255" value="-2" color="#93b2cb" label="-2"/>
          <item alpha="255" value="-1.5" color="#abc2d3" label="-1.5"/>
          <item alpha="255" value="-1" color="#c5d3dd" label="-1"/>
          <item alpha="255" value="-0.5" color="#dee5ea" label="-0.5"/>
          <item alpha="255" value="0" color="#f8f8f8" label="0"/>
          <item alpha="255" value="0.5" color="#eae2dd" label="0.5"/>
          <item alpha="255" value="1" color="#e1cbc0" label="1"/>
          <item alpha="255" value="1.5" color="#d9b4a4" label="1.5"/>
          <item alpha="255" value="2" color="#d19e89" label="2"/>
          <item alpha="255" value="2.5" color="#ca8870" label="2.5"/>
          <item alpha="255" value="3" color="#c37257" label="3"/>
          <item alpha="255" value="3.5" color="#bb5b41" label="3.5"/>
          <item alpha="255" value="4" color="#b1432c" label="4"/>
          <item alpha="255" value="4.5" color="#a62819" label="4.5"/>
          <item alpha="255" value="5" color="#9a0008" label="5"/>
          <rampLegendSettings suffix=" %/day" prefix="" useContinuousLegend="1" minimumLabel="" orientation="2" maximumLabel="" direction="0">
            <numericFormat id="basic">
              <Option type="Map">
                <Option type="QChar" name="decimal_separator" value=""/>
                <Option type="int" name="decimals" value="2"/>
                <Option type="int" name="rounding_type" value="0"/>
                <Option type="bool" name="show_plus" value="false"/>
                <Option type="bool" name="show_thousand_separator" value="true"/>
                <Option type="bool" name="show_trailing_zeros" value="false"/>
                <Option type="QChar" name="thousand_separator" value=""/>
              </Option>
            </numericFormat>
          </rampLegendSettings>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
    <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
    <huesaturation saturation="0" colorizeGreen="128" colorizeBlue="128" colorizeStrength="100" colorizeRed="255" invertColors="0" grayscaleMode="0" colorizeOn="0"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
